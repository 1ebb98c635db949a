/** An answer of Teams that is not 2xx. */
export interface TeamsError {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfterSeconds?: number;
}

const coded = (status: number, code: string, message: string): TeamsError => ({
  status,
  body: { error: { code, message } },
});

/** Errors as Teams words them. Source: learn.microsoft.com, "Status codes from bot conversational APIs". */
export const ERRORS = {
  badArgument: coded(400, 'Bad Argument', 'Unknown activity type.'),
  notRegistered: coded(401, 'BotNotRegistered', 'No registration found for this bot.'),
  blockedByUser: coded(403, 'ConversationBlockedByUser', 'User blocked the conversation with the bot.'),
  disabledByAdmin: coded(403, 'BotDisabledByAdmin', 'The tenant admin disabled this bot.'),
  notInRoster: coded(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.'),
  invalidHost: coded(
    403,
    'InvalidBotApiHost',
    'Invalid bot api host. For GCC tenants, please call the GCC host.',
  ),
  writesBlocked: {
    status: 403,
    body: {
      errorCode: 209,
      message: '{\r\n  "subCode": "MessageWritesBlocked",\r\n  "details": "Writes are blocked."\r\n}',
    },
  },
  notFound: coded(404, 'ConversationNotFound', 'Conversation not found.'),
  activityNotFound: coded(404, 'ActivityNotFoundInConversation', 'The activity was not found.'),
  precondition: coded(412, 'PreconditionFailed', 'Precondition failed, please try again.'),
  tooBig: coded(413, 'MessageSizeTooBig', 'Message size too large.'),
  throttled: coded(429, 'Throttled', 'Too many requests.'),
  serviceError: coded(500, 'ServiceError', 'Internal server error.'),
  badGateway: coded(502, 'ServiceError', 'Bad gateway.'),
  unavailable: coded(503, 'ServiceError', 'Service is unavailable.'),
  gatewayTimeout: coded(504, 'ServiceError', 'Gateway timeout.'),
} as const satisfies Readonly<Record<string, TeamsError>>;
export type ErrorName = keyof typeof ERRORS;
