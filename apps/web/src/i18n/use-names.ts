import { useLocale, useMessages } from "next-intl";

import { languageName } from "~/documents/language-name";

/** Returns what names built-in types, fields and languages in the language of the page. A workspace's own names stay as they are. */
export function useNames() {
  const { typeNames, fieldNames } = useMessages();
  const locale = useLocale();
  return {
    typeName: (type: string) => nameIn(typeNames, type) ?? type,
    /** The label is what the server says of a field, if it is more than the name. */
    fieldName: ({ name, label }: Field) => nameIn(fieldNames, name) ?? label ?? name,
    languageName: (code: string) => languageName(code, locale),
  };
}

type Field = { name: string; label?: string | null | undefined };

function nameIn(names: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(names, name) ? names[name] : undefined;
}
