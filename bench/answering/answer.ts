import type { Report } from "../report";
import { conversations } from "./conversations";
import { floor } from "./floor";
import { judgedQuestions } from "./judged";

type Options = {
  judged?: string;
  conversations?: string;
  floor?: string;
  data?: string;
  keep?: string;
  url?: string;
  only?: string;
};

/** Answers and searches of a running product, judged against labelled sets. */
export async function answer(options: Options): Promise<Report> {
  const { judged, conversations: led, floor: searches, ...given } = options;
  if (judged) return judgedQuestions({ judged, ...given });
  if (led) return conversations({ conversations: led, ...given });
  if (searches) return floor({ floor: searches, ...given });
  throw new Error("Say what is judged: --judged FILE, --conversations FILE or --floor DIR");
}
