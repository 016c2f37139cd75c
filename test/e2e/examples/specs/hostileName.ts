/**
 * What anybody can enter as their name, and what Slack must get of it. As it is, it would call
 * everybody in the channel, show a link that leads elsewhere, and add a line to the message.
 */
export const HOSTILE_NAME = '<!channel>\n• <https://evil.example|Open> & ';

export const HOSTILE_NAME_IN_SLACK = '&lt;!channel&gt; • &lt;https://evil.example|Open&gt; &amp;';
