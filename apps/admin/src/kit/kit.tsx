"use client";

import { TooltipProvider } from "@besunny/ui/overlays/tooltip";

import { PageHeader } from "~/shell/page-header";

import { Actions } from "./actions";
import { Colours } from "./colours";
import { Feedback } from "./feedback";
import { Inputs } from "./inputs";
import { Lists } from "./lists";
import { Overlays } from "./overlays";

/** Every component in its states: what is built here is what is looked at, and what axe checks. Specimen words stay English. */
export function Kit() {
  return (
    <TooltipProvider>
      <PageHeader title="Kit" />
      <div className="max-w-5xl px-4 pb-12">
        <Colours />
        <Actions />
        <Inputs />
        <Feedback />
        <Lists />
        <Overlays />
      </div>
    </TooltipProvider>
  );
}
