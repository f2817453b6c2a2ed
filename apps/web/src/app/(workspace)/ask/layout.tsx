import type { ReactNode } from "react";

import { AskFrame } from "./threads/ask-frame";

export default function AskLayout({ children }: { children: ReactNode }) {
  return <AskFrame>{children}</AskFrame>;
}
