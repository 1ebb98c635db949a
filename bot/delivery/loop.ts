export interface Loop {
  readonly stopping: boolean;
  /** Resolves once the run in hand has ended. */
  stop(): Promise<void>;
}

export interface LoopOptions {
  /** One run; says how many milliseconds to rest after it. */
  readonly run: () => Promise<number>;
  readonly failed: (error: unknown) => void;
  /** The rest after a run that failed. */
  readonly restMs: number;
}

/** Runs again and again, never twice at a time. Its timer keeps no process alive. */
export function startLoop(options: LoopOptions): Loop {
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let current: Promise<void> = Promise.resolve();

  const once = async (): Promise<void> => {
    let restMs = options.restMs;
    try {
      restMs = await options.run();
    } catch (error) {
      options.failed(error);
    }
    if (!stopping) timer = setTimeout(next, restMs).unref();
  };
  const next = (): void => {
    current = once();
  };
  next();
  return {
    get stopping() {
      return stopping;
    },
    stop: () => {
      stopping = true;
      clearTimeout(timer);
      return current;
    },
  };
}
