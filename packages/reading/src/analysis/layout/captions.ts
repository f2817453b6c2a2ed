const caption =
  /^(figure|fig\.?|table|tab\.|chart|scheme|plate|listing|algorithm|abbildung|abb\.|tabelle|tableau|figura|tabla|tabela|gráfico|рис\.|рисунок|таблица|그림|표|図|表|图)\s*(\d{1,3}|[IVX]{1,5})([.-]\d{1,3})*\s*([.:–—|\])】]|$)/iu;

/** Returns true if a text begins as a caption does: with a name and a number, and without the start of a sentence after them. */
export function isCaption(text: string): boolean {
  return caption.test(text);
}

const beside =
  /^(table|figure|tab\.|fig\.|source|note|tabelle|abbildung|quelle|anmerkung|tableau|remarque|tabla|cuadro|fuente|tabela|quadro|fonte|tabella|nota|bron|źródło|uwaga|таблица|источник|примечание|таблиця|джерело|표|자료|表|图|図|資料|资料|来源|出典|注)/iu;

/** Returns true if a line belongs beside a table, not in the table: a caption, a source or a note. */
export function standsBesideTable(text: string): boolean {
  return isCaption(text) || beside.test(text);
}
