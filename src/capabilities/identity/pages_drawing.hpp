// SPDX-License-Identifier: Apache-2.0
#pragma once
// From page struct to HTML.

#include "capabilities/identity/pages.hpp"
#include "web/form.hpp"
#include "web/visit.hpp"

namespace poa::identity {

[[nodiscard]] web::Screen draw_sign_in(const web::Visit& visit, const web::Entered& entered);
[[nodiscard]] web::Screen draw_welcome(const web::Visit& visit, const web::Entered& entered);
[[nodiscard]] web::Screen draw_account(const AccountPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_change_password(const web::Visit& visit, const web::Entered& entered);
[[nodiscard]] web::Screen draw_change_profile(const web::Visit& visit, const web::Entered& entered);
[[nodiscard]] web::Screen draw_body(const BodyPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_invite(const web::Visit& visit, const web::Entered& entered);
[[nodiscard]] web::Screen draw_appoint(const web::Visit& visit, const web::Entered& entered);
[[nodiscard]] web::Screen draw_reset_link(const web::Visit& visit, const web::Entered& entered);
/// For commands that are buttons: what stopped them.
[[nodiscard]] web::Screen draw_stopped(const web::Visit& visit, const web::Entered& entered);
/// A one-time link, told once.
[[nodiscard]] web::Screen draw_link(const LinkOutcome& outcome, const web::Visit& visit);

[[nodiscard]] std::string_view role_wording(std::string_view role); ///< source string

} // namespace poa::identity
