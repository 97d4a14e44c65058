// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/simulated_tally.hpp"

#include <algorithm>

namespace poa::charter {

Tally tally_drawn(Random& random, const Conduct& conduct, const DecisionRule& rule, std::int64_t members,
                  std::int64_t objectors, double objects) {
    Random presence = random.branch(), voices = random.branch(), votes = random.branch();
    const std::int64_t attending = presence.how_many(members, conduct.attends);
    const std::int64_t present = rule.form == RuleForm::silence ? members : std::max(attending, objectors);
    Tally tally;
    tally.members = members;
    tally.objections = objectors + voices.how_many(present - objectors, objects);
    const std::int64_t others = present - tally.objections;
    const std::int64_t against = votes.how_many(others, conduct.votes_against);
    tally.against = tally.objections + against;
    tally.abstaining = votes.how_many(others - against, conduct.abstains);
    tally.in_favour = others - against - tally.abstaining;
    return tally;
}

} // namespace poa::charter
