import { EntryFrame } from "@besunny/web-kit/entry/entry-frame";
import type { ReactNode } from "react";

export default function EntryLayout({ children }: { children: ReactNode }) {
  return (
    <main className="flex min-h-dvh flex-col justify-center px-6 py-12">
      <EntryFrame appName="BeSunny admin">{children}</EntryFrame>
    </main>
  );
}
