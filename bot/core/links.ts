/** Deep links of Teams. Only addresses that open something the person then sends themselves; nothing is sent by a link. */

const TEAMS = 'https://teams.microsoft.com/l';
/** Long names are cut in links, so that the address stays below what browsers and Teams accept. */
const NAME_LENGTH = 60;

/** A value for an address: half an emoji, which some directories hold after a cut, would make the encoder throw. */
function encode(value: string): string {
  return encodeURIComponent(value.toWellFormed());
}

function addresses(emails: readonly string[]): string {
  return emails.map(encode).join(',');
}

/** Opens a chat with these people; the draft, where there is one, waits in the box until the person sends it. */
export function chatLink(chat: {
  readonly emails: readonly string[];
  readonly topic: string;
  readonly draft?: string;
}): string {
  const draft = chat.draft === undefined ? '' : `&message=${encode(chat.draft)}`;
  return `${TEAMS}/chat/0/0?users=${addresses(chat.emails)}&topicName=${encode(chat.topic)}${draft}`;
}

/** Opens the form for a new meeting with these people invited; nothing is booked until it is saved. */
export function meetingLink(meeting: {
  readonly emails: readonly string[];
  readonly subject: string;
}): string {
  return `${TEAMS}/meeting/new?subject=${encode(meeting.subject)}&attendees=${addresses(meeting.emails)}`;
}

/** A name, short enough for a link or a button: whole code points, with an ellipsis where it was cut. */
export function shortName(name: string, length = NAME_LENGTH): string {
  const points = Array.from(name.toWellFormed());
  return points.length <= length ? points.join('') : `${points.slice(0, length - 1).join('')}…`;
}
