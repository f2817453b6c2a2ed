"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Badge } from "@besunny/ui/display/badge";
import { ConfidenceDot } from "@besunny/ui/display/confidence-dot";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { ErrorState } from "@besunny/ui/feedback/error-state";
import { Progress } from "@besunny/ui/feedback/progress";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Spinner } from "@besunny/ui/feedback/spinner";
import { toast } from "@besunny/ui/feedback/toast";
import { Check, CircleAlert, Upload } from "lucide-react";

import { Specimen } from "./specimen";

const sure = (confidence: number | null) =>
  confidence === null ? "Not scored" : `${Math.round(confidence * 100)}% confident`;

export function Feedback() {
  return (
    <>
      <Specimen name="Badge">
        <Badge>Waiting</Badge>
        <Badge tone="good" icon={<Check aria-hidden />}>
          Ready
        </Badge>
        <Badge tone="attention">Needs review</Badge>
        <Badge tone="bad" icon={<CircleAlert aria-hidden />}>
          Failed · password
        </Badge>
        <Badge tone="info">Being read</Badge>
        <Badge tone="accent">This one</Badge>
      </Specimen>
      <Specimen name="ConfidenceDot">
        {[0.97, 0.71, 0.32, null].map((confidence) => (
          <ConfidenceDot key={String(confidence)} confidence={confidence} label={sure} />
        ))}
      </Specimen>
      <Specimen name="Progress and Spinner">
        <div className="flex w-full max-w-sm flex-col gap-3">
          <Progress value={0.35} label="A third" />
          <Progress value={1} label="All" />
          <Progress value={null} label="Unknown" />
        </div>
        <Spinner />
      </Specimen>
      <Specimen name="Skeleton">
        <div className="flex w-full max-w-sm flex-col gap-2">
          <Skeleton className="w-1/2" />
          <Skeleton className="w-full" />
          <Skeleton className="w-4/5" />
        </div>
      </Specimen>
      <Specimen name="EmptyState">
        <EmptyState
          icon={<Upload aria-hidden />}
          title="No documents yet"
          actions={<Button variant="primary">Upload</Button>}
        >
          Drop files or a folder anywhere in this window.
        </EmptyState>
      </Specimen>
      <Specimen name="ErrorState">
        <ErrorState
          title="This could not be loaded"
          reason="The server took longer than 30 seconds to answer."
          remedy="Try again in a moment."
          traceId="01JD6Q0R5TQ2V9Z4"
          traceLabel="Trace id"
          actions={<Button>Try again</Button>}
        />
      </Specimen>
      <Specimen name="Toast">
        <Button
          onClick={() =>
            toast.done("3 documents moved to trash", { label: "Undo", run: () => undefined })
          }
        >
          Done, with undo
        </Button>
        <Button onClick={() => toast.failed("That could not be done", "Ask an owner or admin.")}>
          Failed
        </Button>
        <Button onClick={() => toast.note("Someone else changed this document")}>Note</Button>
      </Specimen>
    </>
  );
}
