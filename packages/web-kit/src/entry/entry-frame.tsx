import type { ReactNode } from "react";

import { SunMark } from "../page/sun-mark";

/** The column of a page for people who are not signed in, with the app's name on top. */
export function EntryFrame({ appName, children }: { appName: string; children: ReactNode }) {
  return (
    <div className="mx-auto w-full max-w-88">
      <p className="mb-8 flex items-center gap-2 font-semibold text-lg">
        <SunMark className="size-6" />
        {appName}
      </p>
      {children}
    </div>
  );
}
