// SPDX-License-Identifier: Apache-2.0
#pragma once
// Choices and wording that several declarations share.

#include "base/input.hpp"

#include <vector>

namespace poa::identity {

[[nodiscard]] const std::vector<Choice>&
language_choices();                                      ///< the six official languages, by their own names
[[nodiscard]] const std::vector<Choice>& role_choices(); ///< the roles one can be appointed to

inline constexpr std::string_view email_label = N_("E-mail address");
inline constexpr std::string_view name_label = N_("Name");
inline constexpr std::string_view language_label = N_("Language");
inline constexpr std::string_view role_label = N_("Role");
inline constexpr std::string_view body_label = N_("Acts for");
inline constexpr std::string_view body_hint =
    N_("Such as state:FRA, organisation:first, chair or secretariat.");
inline constexpr std::string_view from_label = N_("First day");
inline constexpr std::string_view from_hint = N_("Today, if you leave it empty.");
inline constexpr std::string_view to_label = N_("Last day");
inline constexpr std::string_view to_hint = N_("Leave it empty for an open end.");
inline constexpr std::string_view basis_label = N_("Credentials or decision it rests on");
inline constexpr std::string_view basis_hint = N_("Needed for heads of delegation and Chairs; kept sealed.");
inline constexpr std::string_view new_password_label = N_("New password");
inline constexpr std::string_view new_password_hint =
    N_("At least 12 characters. A few words in a row are easy to remember and hard to guess.");

} // namespace poa::identity
