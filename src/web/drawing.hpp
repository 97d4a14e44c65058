// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the drawing of a capability's pages names: `using namespace web::drawing` brings elements and
// attributes, and the types they are put together with.

#include "web/html.hpp"
#include "web/url.hpp"
#include "web/visit.hpp"

namespace poa::web::drawing {

using namespace web::html;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;

/// The title of a page, and what it is in a sentence.
[[nodiscard]] inline Html page_head(const Screen& screen) {
    return group(h1(css("page-title"), screen.title), p(css("page-lead"), screen.description));
}

} // namespace poa::web::drawing
