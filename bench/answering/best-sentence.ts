import { stems } from "@besunny/ai/answering/question";
import { sentencesOfText } from "@besunny/document-model/sentences";

const [K, B] = [1.2, 0.75];

/** The peer: the sentence of a text that BM25 ranks first for the words of a question. */
export function bestSentence(question: string, text: string): string {
  const sentences = sentencesOfText(text).map(([start, end]) => text.slice(start, end));
  const words = sentences.map((sentence) => stems(sentence));
  const mean = words.reduce((sum, own) => sum + own.length, 0) / Math.max(1, words.length);
  const asked = new Set(stems(question));
  const scores = words.map((own) =>
    [...asked].reduce((sum, word) => {
      const count = own.filter((each) => each === word).length;
      const holders = words.filter((each) => each.includes(word)).length;
      const idf = Math.log(1 + (words.length - holders + 0.5) / (holders + 0.5));
      return sum + (idf * count * (K + 1)) / (count + K * (1 - B + (B * own.length) / mean));
    }, 0),
  );
  return sentences[scores.indexOf(Math.max(...scores))] ?? "";
}
