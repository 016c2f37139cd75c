/** A person who presses a button in a message: opens the link behind it, as a browser does. */
export async function press(link) {
	const headers = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0' };
	const answer = await fetch(link, { headers });
	if (!answer.ok) throw new Error(`The link of the button answered ${answer.status}`);
	return await answer.text();
}
