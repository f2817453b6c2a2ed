const DAYS = 90;

/** Returns the moment since which the links of mails about notices work. */
export function mailedSince(now: Date): Date {
  return new Date(now.getTime() - DAYS * 86_400_000);
}
