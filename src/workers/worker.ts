import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { answerOf, desk } from "./desk.js";
import type { Answer, Asked, Setting } from "./messages.js";

/** The bytes of packed rows are handed over, not copied. */
function handedOver(answer: Answer): ArrayBuffer[] {
  if (!("result" in answer) || answer.result === null || !("packed" in answer.result)) return [];
  return [answer.result.packed.bytes.buffer];
}

function serve(port: MessagePort, setting: Setting): void {
  const answer = desk(setting);
  port.on("message", ({ id, ask }: Asked) => {
    const made = answerOf(id, () => answer(ask));
    port.postMessage(made, handedOver(made));
  });
}

if (parentPort !== null) serve(parentPort, workerData as Setting);
