import type {
  AnswerEvent,
  AnswerInput,
  AnswersRead,
  DecidedDocument,
  DecideInput,
  DocumentFeatures,
  DocumentInput,
  ReadInput,
  TypeDefinition,
  Understanding,
} from "../ai";
import type { TableRead, TablesInput } from "../answering/tables/table-read";
import type { E5Role } from "../e5/e5-model";
import type {
  HeadRecalibration,
  HeadRecalibrationInput,
  HeadTraining,
  HeadTrainingInput,
  UnlabelledDocument,
} from "../heads/head-training";
import type { Lane } from "../lanes";
import type { MeetingFindings, MeetingInput } from "../meetings/meeting";
import type { DetailsFound } from "../redaction/detail";
import type { DetailsInput } from "../redaction/detect/find-in-texts";
import type { EncodedText } from "../understanding/encoded-text";

/** The calls that the child answers, each with its input and its output. */
export type Calls = {
  embed: { input: { texts: readonly string[]; role: E5Role }; output: Float32Array[] };
  understand: {
    input: { document: DocumentInput; taxonomy: readonly TypeDefinition[] };
    output: { understanding: Understanding; passages: EncodedText["passages"] };
  };
  meeting: { input: MeetingInput; output: MeetingFindings };
  features: { input: DocumentInput; output: DocumentFeatures | null };
  decide: { input: DecideInput; output: DecidedDocument[] };
  recalibrate: { input: HeadRecalibrationInput; output: HeadRecalibration | null };
  train: { input: HeadTrainingInput; output: HeadTraining };
  helpful: { input: { documents: readonly UnlabelledDocument[]; most: number }; output: string[] };
  group: {
    input: readonly { documentId: string; features: DocumentFeatures }[];
    output: string[][];
  };
  answer: { input: Pick<AnswerInput, "question" | "passages">; output: AnswerEvent[] };
  read: { input: ReadInput; output: AnswersRead };
  tables: { input: TablesInput; output: TableRead | null };
  details: { input: DetailsInput; output: DetailsFound };
  warm: { input: null; output: null };
};

export type Call = {
  [Name in keyof Calls]: { name: Name; lane: Lane; input: Calls[Name]["input"] };
}[keyof Calls];

export type ToChild = { kind: "call"; id: number; call: Call } | { kind: "cancel"; id: number };

/** The child sends `alive` every few seconds while its event loop turns. */
export type FromChild =
  | { kind: "alive" }
  | { kind: "result"; id: number; output: unknown }
  | { kind: "error"; id: number; message: string };
