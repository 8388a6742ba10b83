import { useEffect, useState } from "react";

const REST_MS = 250;

/** A value once it has stayed the same for a moment: what is asked at every k is not asked at each one of a drag. */
export function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
