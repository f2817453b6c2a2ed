export type AnswerPiece = { kind: "text"; text: string } | { kind: "citation"; n: number };

/** The paragraphs of an answer, each as text and `[n]` citations; a marker whose end is still being written waits. */
export function paragraphsOf(answer: string): AnswerPiece[][] {
  const written = answer.replace(/\[\d*$/, "");
  return written
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== "")
    .map(piecesOf);
}

function piecesOf(paragraph: string): AnswerPiece[] {
  return paragraph.split(/(\[\d+\])/).flatMap((part): AnswerPiece[] => {
    if (part === "") return [];
    const [, n] = /^\[(\d+)\]$/.exec(part) ?? [];
    return [n ? { kind: "citation", n: Number(n) } : { kind: "text", text: part }];
  });
}
