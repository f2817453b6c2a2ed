import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";

/** Returns the names of the arguments and tags of an ICU message, sorted. Throws if the message is malformed. */
export function argumentsOf(message: string): string[] {
  return [...new Set(namesIn(parse(message)))].sort();
}

function namesIn(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) return [`<${element.value}>`, ...namesIn(element.children)];
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [element.value];
    const cases = Object.values(element.options).flatMap((option) => namesIn(option.value));
    return [element.value, ...cases];
  });
}
