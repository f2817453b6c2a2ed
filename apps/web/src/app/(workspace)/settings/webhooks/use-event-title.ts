import { useMessages } from "next-intl";

/** Returns a function that returns the title of an event; the name of one that has none. */
export function useEventTitle() {
  const { webhooks: texts } = useMessages();
  return (name: string): string => {
    const key = `event_${name.replace(".", "_")}`;
    return Object.hasOwn(texts, key) ? texts[key as keyof typeof texts] : name;
  };
}
