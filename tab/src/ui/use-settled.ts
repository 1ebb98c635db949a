import { useEffect, useState } from 'react';

const PAUSE_MS = 250;

/** What is typed, once the typing pauses: one question to the server instead of one per letter. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
