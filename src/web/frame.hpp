// SPDX-License-Identifier: Apache-2.0
#pragma once
// The frame of every page: head, skip link, header with navigation, search and language switch, breadcrumb,
// footer.

#include "web/visit.hpp"

#include <string>

namespace poa::web {

struct FrameSettings {
    std::string platform_name = N_("Programme of action"); ///< source string or an operator's own name
    bool is_exercise = false;                              ///< the whole record is sample or exercise data
};

/// The whole HTML document.
[[nodiscard]] std::string draw_page(const FrameSettings& settings, const Visit& visit, const Screen& screen,
                                    std::string_view build);

/// The sign-in form, which comes back to the page at hand.
[[nodiscard]] Url sign_in_url(const Visit& visit);

/// The address of the request at hand with one query parameter replaced (or removed where `value` is empty).
[[nodiscard]] Url here_with(const Visit& visit, std::string_view name, std::string_view value);

} // namespace poa::web
