// SPDX-License-Identifier: Apache-2.0
#pragma once
// Addresses that may stand in a page. A Url is made from a path of ours, or from an outside address that was
// checked; so "javascript:" cannot get into an href.

#include "base/text.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace poa::web {

class Url {
  public:
    /// A path of ours, written in the source: Url("/documents").
    template <std::size_t N> explicit Url(const char (&path)[N]) : text_(path) {}

    /// A path of ours from segments: Url::of("documents", slug) is "/documents/a-78-76". Segments are
    /// encoded.
    template <class... Segments> [[nodiscard]] static Url of(const Segments&... segments) {
        Url url;
        ((url.text_ += '/', append_percent_encoded(url.text_, segments)), ...);
        return url;
    }
    /// A path below this one, which may have slashes of its own: Url::of("documents",
    /// slug).below("egy/para-17"). Needs an address without query and anchor.
    [[nodiscard]] Url below(std::string_view path) const {
        Url url;
        url.text_.reserve(text_.size() + path.size() + 8);
        url.text_.append(text_) += '/';
        append_percent_encoded(url.text_, path, true);
        return url;
    }
    /// The path and query of the request at hand or another same-site address; nothing when it is not one (it
    /// must begin with one '/').
    [[nodiscard]] static std::optional<Url> same_site(std::string_view target) {
        if (target.empty() || target[0] != '/' ||
            (target.size() > 1 && (target[1] == '/' || target[1] == '\\')))
            return std::nullopt;
        for (unsigned char c : target)
            if (c <= 0x20 || c == 0x7F || c == '\\') return std::nullopt;
        Url url;
        url.text_ = target;
        return url;
    }
    /// An http or https address from outside; nothing for anything else.
    [[nodiscard]] static std::optional<Url> outside(std::string_view address) {
        if (!address.starts_with("https://") && !address.starts_with("http://")) return std::nullopt;
        for (unsigned char c : address)
            if (c <= 0x20 || c == 0x7F || c == '"' || c == '<' || c == '>') return std::nullopt;
        Url url;
        url.text_ = address;
        return url;
    }
    /// An empty value leaves the parameter out.
    [[nodiscard]] Url with(std::string_view name, std::string_view value) && {
        if (value.empty()) return std::move(*this);
        text_ += text_.find('?') == std::string::npos ? '?' : '&';
        append_percent_encoded(text_, name);
        text_ += '=';
        append_percent_encoded(text_, value);
        return std::move(*this);
    }
    [[nodiscard]] Url with(std::string_view name, std::string_view value) const& {
        return Url(*this).with(name, value);
    }
    /// "#anchor" of the same page, or of the page so far.
    [[nodiscard]] Url at(std::string_view anchor) && {
        text_ += '#';
        append_percent_encoded(text_, anchor, true);
        return std::move(*this);
    }
    [[nodiscard]] static Url here(std::string_view anchor) { return Url().at(anchor); }
    [[nodiscard]] const std::string& text() const { return text_; }

  private:
    Url() = default;
    std::string text_;
};

} // namespace poa::web
