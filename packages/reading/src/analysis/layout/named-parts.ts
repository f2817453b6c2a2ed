/** The names of the parts of a text, in the languages of Europe. */
const names =
  "article|section|chapter|part|schedule|annex|appendix|clause|artikel|abschnitt|kapitel|teil|anhang|anlage|chapitre|partie|annexe|titre|artículo|sección|capítulo|título|anexo|artigo|seção|secção|articolo|sezione|capitolo|titolo|allegato|hoofdstuk|afdeling|bijlage|kapittel|bilaga|bilag|artykuł|rozdział|załącznik|článek|kapitola|příloha|článok|príloha|fejezet|melléklet|bölüm|madde|статья|раздел|глава|приложение|стаття|розділ|додаток|κεφάλαιο|άρθρο|παράρτημα";
const western = new RegExp(`^(?:${names})\\s+(?:[\\dIVXLC]{1,5}|\\p{L})(?![\\p{L}\\d])`, "iu");
/** The text that may follow on the line. A small letter would begin the rest of a sentence. */
const title = /^(?:[.:\s–—-]+[\p{Lu}\d("“«].*)?[.:]?$/u;
/** 第三章, 제3조: in East Asian scripts the number comes before the name. */
const eastern =
  /^(?:第\s?[\d〇一二三四五六七八九十百零]{1,6}\s?[章节節条條编編部篇]|제\s?\d{1,4}\s?[장절조편])(?![\p{L}\d])/u;

/** Returns true if a line names a part of the text: "Article 3", "Kapitel IV: Miete", "第三章". The caller checks its length. */
export function isNamedPart(line: string): boolean {
  if (/[;,，；。]$/.test(line)) return false;
  const [start] = western.exec(line) ?? [];
  return start === undefined ? eastern.test(line) : title.test(line.slice(start.length));
}

const namedAlone = new RegExp(`^(?:${names})$`, "iu");

/** Returns true if a word is such a name, which a number may follow. */
export function namesPart(word: string): boolean {
  return namedAlone.test(word);
}
