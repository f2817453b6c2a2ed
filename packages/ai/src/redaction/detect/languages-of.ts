import { detectLanguage } from "../../understanding/language/detect-language";
import { isNameLanguage } from "../../understanding/names/load-tagger";

/** A text with fewer letters has the language of the texts beside it. */
const LEAST_LETTERS = 120;

/** The language of each text, null where nobody can tell, and why names cannot be found surely in some. */
export type Languages = { codes: (string | null)[]; problems: string[] };

/** Returns the languages of the texts of one call. Short texts take that of the others. */
export async function languagesOf(texts: readonly string[]): Promise<Languages> {
  const whole = await detectLanguage(texts.join("\n\n"));
  const codes: (string | null)[] = [];
  const problems = new Set<string>();
  for (const text of texts) {
    const isLong = lettersIn(text) >= LEAST_LETTERS;
    const own = isLong || texts.length === 1 ? await detectLanguage(text) : null;
    const code = own?.code ?? (isLong ? null : (whole?.code ?? null));
    codes.push(code);
    if (isNameLanguage(code)) continue;
    if (code !== null && lettersIn(text) > 0)
      problems.add(`Names are not known surely in the language "${code}".`);
    else if (isLong) problems.add("The language of a text is not known.");
  }
  return { codes, problems: [...problems] };
}

function lettersIn(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
