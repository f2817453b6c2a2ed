"use client";

import "@xyflow/react/dist/base.css";
import "./canvas.css";

import { Controls, type Node as FlowNode, MarkerType, ReactFlow } from "@xyflow/react";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { useMemo } from "react";

import { hasRoom } from "../definition/edits";
import { useEditing } from "../editor/editing";
import { useEdgeCounts } from "../rehearsals/use-edge-counts";
import { useWayWords } from "../words/use-way-words";
import { AddCard, PartCard } from "./cards";
import { drawingOf } from "./layout";
import { SidePanel } from "./side-panel";

const nodeTypes = { part: PartCard, add: AddCard };

/** The automation as a drawing that lays itself out, with the counts of its newest rehearsal. A card opens the form that the list has, beside it. */
export function Canvas({ automationId }: { automationId: string | null }) {
  const t = useTranslations("automations");
  const { definition, isReadOnly } = useEditing();
  const { resolvedTheme } = useTheme();
  const wayWords = useWayWords();
  const countOn = useEdgeCounts(automationId);
  const mayAdd = !isReadOnly && hasRoom(definition);
  const { cards, lines } = useMemo(() => drawingOf(definition, mayAdd), [definition, mayAdd]);

  const nodes: FlowNode[] = cards.map(({ id, of, x, y }) => ({
    id,
    type: "place" in of ? "add" : "part",
    position: { x, y },
    data: of,
    style: { pointerEvents: "all" },
  }));
  const edges = lines.map(({ id, from, to, way, step }) => {
    const label = [step ? wayWords(step, way) : "", countOn(id)].filter(Boolean).join(" · ");
    return {
      id,
      source: from,
      target: to,
      type: "smoothstep",
      markerEnd: { type: MarkerType.ArrowClosed },
      ...(label && { label }),
    };
  });

  return (
    <div data-wide className="grid min-w-0 gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <section
        aria-label={t("tab_canvas")}
        className="canvas h-[min(70dvh,44rem)] min-w-0 overflow-hidden rounded-lg border border-n6 bg-n2"
      >
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          colorMode={resolvedTheme === "dark" ? "dark" : "light"}
          fitView
          fitViewOptions={{ maxZoom: 1, minZoom: 0.6, padding: 0.08 }}
          minZoom={0.3}
          maxZoom={1.5}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          zoomOnScroll={false}
          preventScrolling={false}
        >
          <Controls showInteractive={false} aria-label={t("zoom")} />
        </ReactFlow>
      </section>
      <SidePanel />
    </div>
  );
}
