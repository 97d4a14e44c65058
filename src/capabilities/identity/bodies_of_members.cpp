// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/bodies_of_members.hpp"

namespace poa::identity {

bool BodiesOfMembers::is_known(const Body& body, Day day) const {
    switch (body.kind()) {
    case Body::Kind::state: {
        const auto states = current_.now();
        const members::State* state = states->by_iso3(body.code());
        return state != nullptr && state->at(day);
    }
    case Body::Kind::organisation:
        return current_.now()->organisation(body.code()) != nullptr;
    case Body::Kind::chair:
    case Body::Kind::secretariat:
        return true;
    }
    return false;
}

bool BodiesOfMembers::is_member_state(const Body& body, Day day) const {
    if (body.kind() != Body::Kind::state) return false;
    const auto states = current_.now();
    const members::State* state = states->by_iso3(body.code());
    return state != nullptr && state->status == members::Status::member && state->at(day);
}

} // namespace poa::identity
