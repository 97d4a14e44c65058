// SPDX-License-Identifier: Apache-2.0
#pragma once
// HTML as typed expressions. Text is escaped by construction; addresses are Url; attributes come from a
// closed set without event handlers and without style, so the Content-Security-Policy can forbid both.
//
//   Html list = ul(css("hits"), each(hits, [](const Hit& hit) { return li(a(href(hit.url), hit.title)); }));
//
// An expression borrows the lvalues named in it: turn it into Html (which owns its text) before they go.
// Functions that draw a part return Html, never an expression.

#include "web/url.hpp"

#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace poa::web {

/// Appends `text` with & < > " ' escaped: right in text and in a quoted attribute.
void append_escaped(std::string& out, std::string_view text);

namespace html_inside {

struct ElementTag {};
struct AttributeTag {};
struct PartTag {};

template <class T>
concept Attribute = std::is_base_of_v<AttributeTag, std::remove_cvref_t<T>>;
template <class T>
concept Part = std::is_base_of_v<PartTag, std::remove_cvref_t<T>>;
template <class T>
concept Textual = std::is_convertible_v<const T&, std::string_view>;
template <class T>
concept Whole = std::is_integral_v<T> && !std::is_same_v<T, bool> && !std::is_same_v<T, char>;

/// How a part is kept: a temporary string is taken over, everything that lives elsewhere is borrowed.
template <class T> auto hold(T&& part) {
    using Plain = std::remove_cvref_t<T>;
    if constexpr (std::is_same_v<Plain, std::string> && !std::is_lvalue_reference_v<T>)
        return std::string(std::forward<T>(part));
    else if constexpr (Part<Plain>)
        return Plain(std::forward<T>(part));
    else if constexpr (Textual<Plain>)
        return std::string_view(part);
    else
        return Plain(std::forward<T>(part));
}
template <class T> using Held = decltype(hold(std::declval<T>()));

} // namespace html_inside

/// Finished markup that owns its text. Made from expressions only.
class Html : public html_inside::PartTag {
  public:
    Html() = default;
    template <class E>
    requires(html_inside::Part<E> && !std::is_same_v<std::remove_cvref_t<E>, Html>)
        Html(const E& expression) { // an expression becomes Html wherever Html is asked for
        expression.write(text_);
    }
    Html& operator+=(const Html& more) {
        text_ += more.text_;
        return *this;
    }
    template <class E>
    requires(html_inside::Part<E> && !std::is_same_v<std::remove_cvref_t<E>, Html>) Html&
    operator+=(const E& expression) {
        expression.write(text_);
        return *this;
    }
    void reserve(std::size_t bytes) { text_.reserve(bytes); }
    [[nodiscard]] bool empty() const { return text_.empty(); }
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] std::string take() && { return std::move(text_); }
    void write(std::string& out) const { out += text_; }

  private:
    std::string text_;
};

namespace html_inside {

template <class T> void write_part(std::string& out, const T& part) {
    if constexpr (Part<T>) {
        part.write(out);
    } else if constexpr (Textual<T>) {
        append_escaped(out, part);
    } else if constexpr (Whole<T>) {
        std::array<char, 24> digits;
        auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), part);
        out.append(digits.data(), end);
    } else if constexpr (requires {
                             part.has_value();
                             *part;
                         }) {
        if (part.has_value()) write_part(out, *part);
    } else {
        static_assert(Part<T>, "this cannot stand in HTML");
    }
}

template <class V> struct Named : AttributeTag {
    std::string_view opening; ///< ` class="`
    V value;
    bool present = true;
    void write_attribute(std::string& out) const {
        if (!present) return;
        out += opening;
        write_part(out, value);
        out += '"';
    }
};

struct Flag : AttributeTag {
    std::string_view name; ///< ` required`
    bool present;
    void write_attribute(std::string& out) const {
        if (present) out += name;
    }
};

struct Linked : AttributeTag {
    std::string_view opening; ///< ` href="`
    Url url;
    void write_attribute(std::string& out) const {
        out += opening;
        append_escaped(out, url.text());
        out += '"';
    }
};

template <class... Parts> struct Element : PartTag {
    std::string_view opening; ///< "<p>"; attributes stand before its last character
    std::string_view closing; ///< "</p>"; empty: the element has no content
    std::tuple<Parts...> parts;

    void write(std::string& out) const {
        if constexpr ((Attribute<Parts> || ...)) {
            out += opening.substr(0, opening.size() - 1);
            std::apply([&](const auto&... part) { (write_attribute(out, part), ...); }, parts);
            out += '>';
        } else {
            out += opening;
        }
        std::apply([&](const auto&... part) { (write_child(out, part), ...); }, parts);
        out += closing;
    }

  private:
    template <class T> static void write_attribute(std::string& out, const T& part) {
        if constexpr (Attribute<T>) part.write_attribute(out);
    }
    template <class T> static void write_child(std::string& out, const T& part) {
        if constexpr (!Attribute<T>) write_part(out, part);
    }
};

template <class Range, class F> struct Each : PartTag {
    const Range* range;
    F draw;
    void write(std::string& out) const {
        for (const auto& item : *range) write_part(out, draw(item));
    }
};

template <class F> struct When : PartTag {
    bool truth;
    F draw;
    void write(std::string& out) const {
        if (truth) write_part(out, draw());
    }
};

template <class... Parts> struct Group : PartTag {
    std::tuple<Parts...> parts;
    void write(std::string& out) const {
        std::apply([&](const auto&... part) { (write_part(out, part), ...); }, parts);
    }
};

template <class... Parts> auto element(std::string_view opening, std::string_view closing, Parts&&... parts) {
    Element<Held<Parts>...> made{
        {}, opening, closing, std::tuple<Held<Parts>...>(hold(std::forward<Parts>(parts))...)};
    return made;
}

template <class V> auto named(std::string_view opening, V&& value, bool present = true) {
    return Named<Held<V>>{{}, opening, hold(std::forward<V>(value)), present};
}

} // namespace html_inside

namespace html {

/// draw(item) for each item of a range that outlives the expression.
template <class Range, class F> auto each(const Range& range, F draw) {
    return html_inside::Each<Range, F>{{}, &range, std::move(draw)};
}
template <class Range, class F>
auto each(Range&& range,
          F draw) requires(!std::is_lvalue_reference_v<Range>) = delete; // would not live long enough
/// draw() only where `truth`.
template <class F> auto when(bool truth, F draw) {
    return html_inside::When<F>{{}, truth, std::move(draw)};
}
/// Several parts in a row.
template <class... Parts> auto group(Parts&&... parts) {
    return html_inside::Group<html_inside::Held<Parts>...>{
        {}, std::tuple<html_inside::Held<Parts>...>(html_inside::hold(std::forward<Parts>(parts))...)};
}

#define POA_ELEMENT(function, tag)                                                                           \
    template <class... Parts> auto function(Parts&&... parts) {                                              \
        return html_inside::element("<" tag ">", "</" tag ">", std::forward<Parts>(parts)...);               \
    }
#define POA_VOID_ELEMENT(function, tag)                                                                      \
    template <class... Attributes> auto function(Attributes&&... attributes) {                               \
        static_assert((html_inside::Attribute<Attributes> && ...), "this element has no content");           \
        return html_inside::element("<" tag ">", {}, std::forward<Attributes>(attributes)...);               \
    }

// A trailing underscore avoids a name of C or C++.
// clang-format off
POA_ELEMENT(a, "a") POA_ELEMENT(abbr, "abbr") POA_ELEMENT(article, "article") POA_ELEMENT(aside, "aside")
POA_ELEMENT(bdi, "bdi") POA_ELEMENT(blockquote, "blockquote") POA_ELEMENT(body, "body")
POA_ELEMENT(button, "button") POA_ELEMENT(caption, "caption") POA_ELEMENT(code, "code")
POA_ELEMENT(dd, "dd") POA_ELEMENT(del, "del") POA_ELEMENT(details, "details") POA_ELEMENT(div, "div")
POA_ELEMENT(dl, "dl") POA_ELEMENT(dt, "dt") POA_ELEMENT(em, "em") POA_ELEMENT(fieldset, "fieldset")
POA_ELEMENT(figcaption, "figcaption") POA_ELEMENT(figure, "figure") POA_ELEMENT(footer, "footer")
POA_ELEMENT(form, "form") POA_ELEMENT(h1, "h1") POA_ELEMENT(h2, "h2") POA_ELEMENT(h3, "h3")
POA_ELEMENT(h4, "h4") POA_ELEMENT(h5, "h5") POA_ELEMENT(h6, "h6") POA_ELEMENT(head, "head")
POA_ELEMENT(header, "header") POA_ELEMENT(html_, "html") POA_ELEMENT(ins, "ins") POA_ELEMENT(label, "label")
POA_ELEMENT(legend, "legend") POA_ELEMENT(li, "li") POA_ELEMENT(main_, "main") POA_ELEMENT(mark, "mark")
POA_ELEMENT(nav, "nav") POA_ELEMENT(ol, "ol") POA_ELEMENT(option, "option") POA_ELEMENT(p, "p")
POA_ELEMENT(pre, "pre") POA_ELEMENT(q, "q") POA_ELEMENT(script, "script") POA_ELEMENT(search_, "search")
POA_ELEMENT(section, "section") POA_ELEMENT(select_, "select") POA_ELEMENT(small, "small")
POA_ELEMENT(span, "span") POA_ELEMENT(strong, "strong") POA_ELEMENT(sub, "sub")
POA_ELEMENT(summary, "summary") POA_ELEMENT(sup, "sup") POA_ELEMENT(table, "table")
POA_ELEMENT(tbody, "tbody") POA_ELEMENT(td, "td") POA_ELEMENT(textarea, "textarea")
POA_ELEMENT(tfoot, "tfoot") POA_ELEMENT(th, "th") POA_ELEMENT(thead, "thead") POA_ELEMENT(time_, "time")
POA_ELEMENT(title, "title") POA_ELEMENT(tr, "tr") POA_ELEMENT(ul, "ul") POA_VOID_ELEMENT(br, "br")
POA_VOID_ELEMENT(hr, "hr") POA_VOID_ELEMENT(img, "img") POA_VOID_ELEMENT(input, "input")
POA_VOID_ELEMENT(link, "link") POA_VOID_ELEMENT(meta, "meta") POA_ELEMENT(svg, "svg")
POA_ELEMENT(svg_group, "g") POA_ELEMENT(rect, "rect") POA_ELEMENT(svg_title, "title")
POA_ELEMENT(svg_desc, "desc") POA_ELEMENT(circle, "circle") POA_ELEMENT(svg_line, "line")
POA_ELEMENT(svg_path, "path") POA_ELEMENT(svg_text, "text")
// clang-format on
#undef POA_ELEMENT
#undef POA_VOID_ELEMENT

#define POA_ATTRIBUTE(function, name)                                                                        \
    template <class V> auto function(V&& value, bool present = true) {                                       \
        return html_inside::named(" " name "=\"", std::forward<V>(value), present);                          \
    }
    // clang-format off
POA_ATTRIBUTE(css, "class") POA_ATTRIBUTE(id, "id") POA_ATTRIBUTE(lang, "lang") POA_ATTRIBUTE(dir, "dir")
POA_ATTRIBUTE(name, "name") POA_ATTRIBUTE(value, "value") POA_ATTRIBUTE(type, "type")
POA_ATTRIBUTE(for_, "for") POA_ATTRIBUTE(role, "role") POA_ATTRIBUTE(scope, "scope")
POA_ATTRIBUTE(colspan, "colspan") POA_ATTRIBUTE(rel, "rel") POA_ATTRIBUTE(hreflang, "hreflang")
POA_ATTRIBUTE(media_type, "type") POA_ATTRIBUTE(method, "method") POA_ATTRIBUTE(enctype, "enctype")
POA_ATTRIBUTE(autocomplete, "autocomplete") POA_ATTRIBUTE(maxlength, "maxlength")
POA_ATTRIBUTE(minlength, "minlength") POA_ATTRIBUTE(rows, "rows") POA_ATTRIBUTE(placeholder, "placeholder")
POA_ATTRIBUTE(datetime, "datetime") POA_ATTRIBUTE(alt, "alt") POA_ATTRIBUTE(content, "content")
POA_ATTRIBUTE(http_equiv, "http-equiv") POA_ATTRIBUTE(charset, "charset") POA_ATTRIBUTE(cite, "cite")
POA_ATTRIBUTE(inputmode, "inputmode") POA_ATTRIBUTE(accept, "accept") POA_ATTRIBUTE(tabindex, "tabindex")
POA_ATTRIBUTE(title_is, "title") POA_ATTRIBUTE(start, "start") POA_ATTRIBUTE(min, "min")
POA_ATTRIBUTE(max, "max") POA_ATTRIBUTE(width, "width") POA_ATTRIBUTE(height, "height")
POA_ATTRIBUTE(media, "media") POA_ATTRIBUTE(aria_label, "aria-label")
POA_ATTRIBUTE(aria_hidden, "aria-hidden") POA_ATTRIBUTE(aria_invalid, "aria-invalid")
POA_ATTRIBUTE(aria_expanded, "aria-expanded") POA_ATTRIBUTE(view_box, "viewBox") POA_ATTRIBUTE(x, "x")
POA_ATTRIBUTE(y, "y") POA_ATTRIBUTE(rx, "rx") POA_ATTRIBUTE(cx, "cx") POA_ATTRIBUTE(cy, "cy")
POA_ATTRIBUTE(radius, "r") POA_ATTRIBUTE(path_points, "d") POA_ATTRIBUTE(text_anchor, "text-anchor")
POA_ATTRIBUTE(data_label, "data-label") POA_ATTRIBUTE(data_island, "data-island")
POA_ATTRIBUTE(data_position, "data-position") POA_ATTRIBUTE(data_text, "data-text")
POA_ATTRIBUTE(data_theme_switch, "data-theme-switch") POA_ATTRIBUTE(data_sort, "data-sort")
POA_ATTRIBUTE(data_value, "data-value") POA_ATTRIBUTE(data_part, "data-part")
POA_ATTRIBUTE(data_state, "data-state") POA_ATTRIBUTE(aria_current, "aria-current")
POA_ATTRIBUTE(aria_labelledby, "aria-labelledby") POA_ATTRIBUTE(aria_describedby, "aria-describedby")
POA_ATTRIBUTE(aria_live, "aria-live")
// clang-format on
#undef POA_ATTRIBUTE

                                                                                    inline auto href(
                                                                                        Url url) {
    return html_inside::Linked{{}, " href=\"", std::move(url)};
}
inline auto src(Url url) {
    return html_inside::Linked{{}, " src=\"", std::move(url)};
}
/// The event stream that a part of the page follows (assets/islands/question.ts).
inline auto data_live(Url url) {
    return html_inside::Linked{{}, " data-live=\"", std::move(url)};
}
inline auto action(Url url) {
    return html_inside::Linked{{}, " action=\"", std::move(url)};
}

inline auto required(bool is = true) {
    return html_inside::Flag{{}, " required", is};
}
inline auto autofocus(bool is = true) {
    return html_inside::Flag{{}, " autofocus", is};
}
inline auto checked(bool is = true) {
    return html_inside::Flag{{}, " checked", is};
}
inline auto selected(bool is = true) {
    return html_inside::Flag{{}, " selected", is};
}
inline auto disabled(bool is = true) {
    return html_inside::Flag{{}, " disabled", is};
}
inline auto multiple(bool is = true) {
    return html_inside::Flag{{}, " multiple", is};
}
inline auto novalidate(bool is = true) {
    return html_inside::Flag{{}, " novalidate", is};
}
inline auto open(bool is = true) {
    return html_inside::Flag{{}, " open", is};
}
inline auto defer(bool is = true) {
    return html_inside::Flag{{}, " defer", is};
}
inline auto data_sortable(bool is = true) {
    return html_inside::Flag{{}, " data-sortable", is};
}
inline auto hidden(bool is = true) {
    return html_inside::Flag{{}, " hidden", is};
}

} // namespace html
} // namespace poa::web
