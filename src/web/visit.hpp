// SPDX-License-Identifier: Apache-2.0
#pragma once
// One request as a page or command of a capability sees it: what was asked, by whom, in which language, with
// which face.

#include "base/audience.hpp"
#include "base/input.hpp"
#include "http/message.hpp"
#include "http/router.hpp"
#include "web/html.hpp"
#include "web/wording.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace poa::web {

/// Who asks. `identity` knows more (identity::actor_of); the web only needs this.
class Visitor {
  public:
    virtual ~Visitor() = default;
    [[nodiscard]] virtual bool is_signed_in() const { return false; }
    [[nodiscard]] virtual std::string_view display_name() const { return {}; }
    /// Proves that a form was drawn for this sign-in; empty where there is none.
    [[nodiscard]] virtual std::string_view form_token() const { return {}; }
};

enum class Face { html, json, csv, atom };

struct Visit {
    const http::Request& request;
    const http::Parameters& path;
    const Wording& in;
    Face face = Face::html;
    std::shared_ptr<const Visitor> visitor;
    std::string_view public_url = {}; ///< "https://poa.example", where the operator has set it

    [[nodiscard]] bool is_anonymous() const { return !visitor->is_signed_in(); }
};

/// One step of the way back: "Documents" -> /documents.
struct Crumb {
    std::string label;
    Url url;
};

/// What a page function gives: the frame (site/frame.cpp) puts header, language switch and footer around it.
struct Screen {
    std::string title;
    Html body;
    std::vector<Crumb> crumbs;
    std::string section; ///< which entry of the navigation is current: "documents", "states", "ledger", ...
    std::string description; ///< for search engines and feeds; plain text
    std::string
        content_language;     ///< where the main content is not in the interface's language ("en", "fr" ...)
    bool is_exercise = false; ///< sample or exercise data: the banner that cannot be missed
    bool has_table_of_contents = false;
    /// It keeps itself up to date (assets/islands/question.ts, which is loaded for it alone): no note that
    /// the record has moved on, and no second event stream for it.
    bool is_live = false;
    std::vector<std::pair<std::string, Url>> other_faces; ///< "JSON", "CSV", "Atom"
    Url feed = Url(""); ///< Atom address of this page, for <link rel="alternate">
    /// Where this page is read, for the answer to a form, which itself stands at the command's address.
    Url form_page = Url("");
    int status = 200; ///< 422: the page says what is wrong with what was asked, beside the fields
};

/// "https://poa.example": what whole addresses of this platform begin with, for feeds. As the operator has
/// set it, else as the request names the host.
[[nodiscard]] std::string site_address(const Visit& visit);

} // namespace poa::web
