export class TimeLimitError extends Error {
  override name = 'TimeLimitError';
}

/** Gives what the promise gives, or a TimeLimitError once the time is up; the promise itself goes on. */
export function withinTime<T>(promise: Promise<T>, milliseconds: number, what: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new TimeLimitError(`${what}: no answer within ${milliseconds / 1000} s`)), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
