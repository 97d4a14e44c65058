// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/notices/notices.hpp"

namespace poa::notices {

/// The optional kinds, each under its own name: true where it is to be sent by mail too.
struct ChooseMails {
    bool report_turn = false, section_given = false, report_before_you = false;
    [[nodiscard]] bool wants(NoticeKind kind) const; ///< kinds that are always sent are wanted
};
[[nodiscard]] const Input<ChooseMails>& input_of(Of<ChooseMails>);

/// Which of the optional kinds the actor gets by mail from now on; the page shows all of them. Records
/// "notices.choose_mails" (not_by_mail) for the person alone. Refuses: identity.not_signed_in.
[[nodiscard]] Result<void> choose_mails(ledger::Work& work, const identity::Actor& actor,
                                        const ChooseMails& request);

} // namespace poa::notices
