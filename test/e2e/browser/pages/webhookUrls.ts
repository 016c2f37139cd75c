/** The addresses that n8n shows above the panel of a webhook node. */
import type { Page } from '@playwright/test';

/** Unfolds the URLs, and reads one of them. */
export async function copiedUrl(page: Page, which: 'Test URL' | 'Production URL'): Promise<string> {
	const urls = page.locator('.webhooks');
	if (!(await urls.getByText('Test URL').isVisible())) await urls.getByText('Webhook URLs').click();
	await urls.getByText(which).click();
	const url = urls.getByText(/^https?:/);
	await url.waitFor();
	return (await url.innerText()).trim();
}
