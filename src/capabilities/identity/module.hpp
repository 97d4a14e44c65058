// SPDX-License-Identifier: Apache-2.0
#pragma once
// The manifest of identity: what it adds to the platform. Only app includes it.

#include "capabilities/identity/bodies.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/identity/password.hpp"
#include "capabilities/members/members.hpp"
#include "web/routes.hpp"

#include <functional>
#include <memory>

namespace poa::identity {

struct ModuleLinks {
    storage::Database& database;
    const Clock& clock;
    const Bodies& bodies;
    PasswordHashing& hashing;
    const members::CurrentRegister& states;
};

void add_routes(web::Routes& routes, ModuleLinks links);

/// Who sent a request: by the cookie poa_session, or Authorization: Bearer with the same token.
[[nodiscard]] std::function<std::shared_ptr<const web::Visitor>(const http::Request&)>
visitors(ModuleLinks links);

inline constexpr std::string_view session_cookie = "poa_session";

} // namespace poa::identity
