// SPDX-License-Identifier: Apache-2.0
// Who signs out leaves nothing on the device; what was not sent is asked about first.
import { personHere, removeAll, told } from "./device";

export function startLeaving(form: HTMLFormElement): void {
  form.addEventListener("submit", (event) => {
    const left = told();
    if (!left || left.name !== personHere()) return;
    event.preventDefault();
    if (left.unsent > 0 && !confirm(left.words)) location.assign("/my-reports#device");
    else
      void removeAll(!left.others)
        .catch(() => undefined)
        .then(() => form.submit());
  });
}
