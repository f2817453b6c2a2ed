type Person = { userId: string; name: string };

/** Returns the ids of the people whom the text mentions as `@Name`. */
export function mentionedIn(text: string, people: readonly Person[]): string[] {
  return people.filter(({ name }) => text.includes(`@${name}`)).map(({ userId }) => userId);
}

/** Returns the people who fit the name that is being typed after an `@` before the cursor; none if no name is. */
export function suggested(before: string, people: readonly Person[]): Person[] {
  const [, typed] = /(?:^|\s)@([^@\n]{0,40})$/u.exec(before) ?? [];
  if (typed === undefined) return [];
  const wanted = typed.toLocaleLowerCase();
  return people
    .filter(({ name }) => name !== typed.trimEnd() && name.toLocaleLowerCase().includes(wanted))
    .slice(0, 5);
}

/** Returns the text with the name in place of what was typed after the last `@` before the cursor. */
export function withMention(text: string, cursor: number, { name }: Person): string {
  const start = text.lastIndexOf("@", cursor - 1);
  return `${text.slice(0, start)}@${name} ${text.slice(cursor)}`;
}
