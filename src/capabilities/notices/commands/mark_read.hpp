// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/notices/notices.hpp"

namespace poa::notices {

/// One notice, or all up to one: what came while the page was read stays unread.
struct MarkRead {
    Id<Notice> notice;
    Id<Notice> through;
};
[[nodiscard]] const Input<MarkRead>& input_of(Of<MarkRead>);

struct MarkedRead {
    std::int64_t marked = 0, unread = 0;
};
/// Of the actor's own notices; those of others stay as they are and are not spoken of. Records
/// "notices.mark_read" (marked) for the person alone, where any became read. Refuses: identity.not_signed_in;
/// (bad_input) "notices.name_one" where neither or both are given.
[[nodiscard]] Result<MarkedRead> mark_read(ledger::Work& work, const identity::Actor& actor,
                                           const MarkRead& request);

} // namespace poa::notices
