import { encoder } from "./encoder";
import { scoreAnswers } from "./score-answers";

await scoreAnswers(encoder);
await encoder.close();
