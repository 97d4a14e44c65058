// SPDX-License-Identifier: Apache-2.0
#include "app/bodies.hpp"

namespace poa::app {

using identity::Body;

bool RegisterBodies::is_known(const Body& body, Day day) const {
    auto states = current_.now();
    switch (body.kind()) {
    case Body::Kind::state: {
        const members::State* state = states->by_iso3(body.code());
        return state != nullptr && state->at(day);
    }
    case Body::Kind::organisation:
        return states->organisation(body.code()) != nullptr;
    case Body::Kind::chair:
    case Body::Kind::secretariat:
        return true;
    }
    return false;
}

bool RegisterBodies::is_member_state(const Body& body, Day day) const {
    if (body.kind() != Body::Kind::state) return false;
    auto states = current_.now();
    const members::State* state = states->by_iso3(body.code());
    return state != nullptr && state->status == members::Status::member && state->at(day);
}

} // namespace poa::app
