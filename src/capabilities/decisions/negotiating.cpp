// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/negotiating.hpp"

#include "capabilities/decisions/store_amendments.hpp"
#include "capabilities/decisions/store_text.hpp"

namespace poa::decisions {

void begin_text(storage::Session& session, Id<Proposal> proposal, std::string_view language,
                std::string_view text, Instant now) {
    store::begin_text(session, proposal, language, first_text(text), now);
}

void rewrite_text(storage::Session& session, Id<Proposal> proposal, std::string_view language,
                  std::string_view text, Instant now) {
    store::replace_draft(session, proposal, language, first_text(text), now);
}

std::int64_t newest_version(storage::Session& session, Id<Proposal> proposal) {
    const auto head = store::text_head(session, proposal);
    return head ? head->newest : 0;
}

std::vector<Paragraph> current_text(storage::Session& session, Id<Proposal> proposal) {
    return store::current_text(session, proposal);
}

std::vector<Paragraph> text_at(storage::Session& session, Id<Proposal> proposal, std::int64_t version) {
    return store::text_at(session, proposal, version);
}

std::vector<OpenPoint> open_points(storage::Session& session, Id<Proposal> proposal) {
    return open_points_of(store::current_text(session, proposal), store::open_amendments(session, proposal),
                          store::positions(session, proposal));
}

} // namespace poa::decisions
