// SPDX-License-Identifier: Apache-2.0
#pragma once
// Who acts for a body today: a second front header of identity, for the work of other capabilities that name
// people to each other within a delegation.

#include "base/refusal.hpp"
#include "capabilities/identity/actor.hpp"
#include "storage/database.hpp"

#include <string>
#include <vector>

namespace poa::identity {

struct PersonOfBody {
    Id<Person> id;
    std::string name;
    std::string email;
    std::vector<Role> roles; ///< that hold today
};
/// Those who act for the body today, by name. Refuses (not_found, identity.no_such_body) all but those who
/// act for the body and the secretariat.
[[nodiscard]] Result<std::vector<PersonOfBody>> people_of(storage::Session& session, const Actor& actor,
                                                          const Body& body, Day today);

} // namespace poa::identity
