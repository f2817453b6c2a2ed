type English = "en" | `en-${string}`;

/**
 * Returns the English in which a browser wants dates and numbers, from its `Accept-Language`. A browser that asks for no English gets
 * "en-GB", whose dates begin with the day as most languages' do.
 */
export function englishOf(acceptLanguage: string): English {
  const tags = acceptLanguage
    .split(",")
    .map((part) => part.split(";")[0]?.trim() ?? "")
    .filter((tag) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag));
  return tags.find(isEnglish) ?? (tags.length === 0 ? "en" : "en-GB");
}

function isEnglish(tag: string): tag is English {
  return /^en(-[A-Z]{2})?$/.test(tag);
}
