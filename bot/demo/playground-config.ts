/** A person as the Playground shows them. */
export interface PlaygroundUser {
  readonly objectId: string;
  readonly name: string;
  readonly email: string;
}

const BOT_NAME = 'Alongside';
/** The Playground stops without a word unless it is given exactly five others. */
const OTHERS = 5;

/** The Playground's configuration for one person, as YAML; JSON strings are valid YAML. */
export function playgroundConfig(options: {
  tenantId: string;
  user: PlaygroundUser;
  colleagues: readonly PlaygroundUser[];
}): string {
  const { tenantId, user, colleagues } = options;
  const others = colleagues.filter((one) => one.objectId !== user.objectId).slice(0, OTHERS);
  if (others.length < OTHERS) throw new Error(`the Playground needs ${OTHERS} colleagues`);
  return [
    'version: "0.1.1"',
    `tenantId: ${tenantId}`,
    'bot:',
    '  id: 00000000-0000-0000-0000-00000000000b',
    `  name: ${BOT_NAME}`,
    'currentUser:',
    ...userLines(user).map((line) => `  ${line}`),
    'users:',
    ...others.flatMap((one) => userLines(one).map((line, index) => `  ${index === 0 ? '- ' : '  '}${line}`)),
    'personalChat:',
    `  id: ${JSON.stringify(`a:chat-of-${user.objectId}`)}`,
    'groupChat:',
    '  id: group-chat',
    '  name: Group chat',
    'team:',
    '  id: team',
    '  name: Team',
    '  aadGroupId: 00000000-0000-0000-0000-0000000000aa',
    '  channels:',
    '    - id: channel',
    '      name: General',
    '',
  ].join('\n');
}

function userLines(user: PlaygroundUser): string[] {
  const [given = user.name, ...rest] = user.name.split(' ');
  return Object.entries({
    id: `29:${user.objectId}`,
    name: user.name,
    userPrincipleName: user.email,
    aadObjectId: user.objectId,
    givenName: given,
    surname: rest.join(' ') || given,
    email: user.email,
  }).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
}
