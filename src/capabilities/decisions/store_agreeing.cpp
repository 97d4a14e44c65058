// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/store_agreeing.hpp"

namespace poa::decisions::store {
namespace {

constexpr storage::Query add_query{
    "decisions.agree",
    "INSERT INTO decisions_agreed (kind, key, version, title, text, attributes, since, proposal, decision, "
    "ends) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"};

} // namespace

void add_agreed(storage::Session& session, const AgreedVersion& version) {
    session.execute(add_query, name_of(version.kind), version.key, version.version, version.title,
                    version.text, text_of(version.attributes), version.since, version.by.proposal,
                    version.by.symbol, version.ends);
}

} // namespace poa::decisions::store
