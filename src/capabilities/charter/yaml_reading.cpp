// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/yaml_reading.hpp"

#include "base/require.hpp"
#include "base/text.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>
#include <charconv>
#include <vector>
#include <yaml.h>

namespace poa::charter {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

Refusal problem(std::string code, std::int64_t line) {
    return Refusal::because(Refusal::Kind::bad_input, std::move(code)).with("line", std::to_string(line));
}

std::int64_t line_of_mark(const yaml_mark_t& mark) {
    return static_cast<std::int64_t>(mark.line) + 1;
}

bool looks_like_number(std::string_view text) {
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    return !text.empty() &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || c == '.'; }) &&
           std::ranges::count(text, '.') <= 1 && text.front() != '.' && text.back() != '.';
}

/// Builds JSON from the parser's events, so that nothing is ever expanded. Throws the refusal.
class Building {
  public:
    void take(const yaml_event_t& event) {
        switch (event.type) {
        case YAML_ALIAS_EVENT:
            throw problem("yaml.alias", line_of_mark(event.start_mark));
        case YAML_SCALAR_EVENT:
            return scalar(event.start_mark, event.data.scalar);
        case YAML_SEQUENCE_START_EVENT:
            refuse_marks(event.start_mark, event.data.sequence_start.anchor, event.data.sequence_start.tag);
            return open(event.start_mark, array());
        case YAML_MAPPING_START_EVENT:
            refuse_marks(event.start_mark, event.data.mapping_start.anchor, event.data.mapping_start.tag);
            return open(event.start_mark, object());
        case YAML_SEQUENCE_END_EVENT:
        case YAML_MAPPING_END_EVENT:
            return close();
        default:
            return; // where the text and its document begin and end
        }
    }
    YamlText made() { return std::move(made_); }

  private:
    struct Level {
        value json;
        std::string pointer;
        std::string key; ///< of a map: read, its value not yet
        bool has_key = false;
        yaml_mark_t key_mark = {};
    };

    static void refuse_marks(const yaml_mark_t& mark, const yaml_char_t* anchor, const yaml_char_t* tag) {
        if (anchor != nullptr) throw problem("yaml.alias", line_of_mark(mark));
        if (tag != nullptr) throw problem("yaml.tag", line_of_mark(mark));
    }
    void scalar(const yaml_mark_t& mark, const decltype(yaml_event_t::data.scalar)& found) {
        refuse_marks(mark, found.anchor, found.tag);
        const std::string text(reinterpret_cast<const char*>(found.value), found.length);
        if (!is_plain_text(text)) throw problem("yaml.control_character", line_of_mark(mark));
        const bool plain = found.style == YAML_PLAIN_SCALAR_STYLE;
        add(mark, plain ? plain_scalar(mark, text) : value(text), text, plain && is_null(text));
    }
    static bool is_null(std::string_view text) { return text == "null" || text == "~" || text.empty(); }
    static value plain_scalar(const yaml_mark_t& mark, const std::string& text) {
        if (is_null(text)) return nullptr;
        if (text == "true") return true;
        if (text == "false") return false;
        if (!looks_like_number(text)) return value(text);
        const char* first = text.data() + (text.front() == '+' ? 1 : 0);
        const char* last = text.data() + text.size();
        if (text.find('.') == std::string::npos) {
            std::int64_t whole = 0;
            if (auto [end, failed] = std::from_chars(first, last, whole);
                failed == std::errc() && end == last)
                return whole;
        } else {
            double decimal = 0;
            if (auto [end, failed] = std::from_chars(first, last, decimal);
                failed == std::errc() && end == last)
                return decimal;
        }
        throw problem("yaml.number", line_of_mark(mark)).with("text", text);
    }

    /// What is open is a map that waits for a key.
    [[nodiscard]] bool at_key() const {
        return !levels_.empty() && levels_.back().json.is_object() && !levels_.back().has_key;
    }
    void take_key(const yaml_mark_t& mark, const std::string& text) {
        Level& level = levels_.back();
        if (level.json.as_object().contains(text))
            throw problem("yaml.repeated_key", line_of_mark(mark)).with("key", text);
        level.key = text;
        level.has_key = true;
        level.key_mark = mark;
    }
    /// The pointer of what comes next, noted with its line.
    std::string next_pointer(const yaml_mark_t& mark) {
        if (levels_.empty()) return {};
        Level& level = levels_.back();
        const bool in_map = level.json.is_object();
        std::string pointer =
            level.pointer + "/" +
            (in_map ? pointer_part(level.key) : std::to_string(level.json.as_array().size()));
        made_.lines.emplace(pointer, line_of_mark(in_map ? level.key_mark : mark));
        return pointer;
    }
    void place(value json) {
        if (levels_.empty()) {
            made_.json = std::move(json);
        } else if (Level& level = levels_.back(); level.json.is_object()) {
            level.json.as_object()[level.key] = std::move(json);
            level.has_key = false;
        } else {
            level.json.as_array().push_back(std::move(json));
        }
    }
    void add(const yaml_mark_t& mark, value json, const std::string& text, bool null) {
        if (at_key()) {
            if (null) throw problem("yaml.key_not_text", line_of_mark(mark));
            return take_key(mark, text);
        }
        static_cast<void>(next_pointer(mark));
        place(std::move(json));
    }
    void open(const yaml_mark_t& mark, value json) {
        if (at_key()) throw problem("yaml.key_not_text", line_of_mark(mark));
        if (levels_.size() == yaml_depth_max)
            throw problem("yaml.too_deep", line_of_mark(mark)).with("max", std::to_string(yaml_depth_max));
        std::string pointer = next_pointer(mark);
        levels_.push_back(Level{std::move(json), std::move(pointer), {}, false, mark});
    }
    void close() {
        value json = std::move(levels_.back().json);
        levels_.pop_back();
        place(std::move(json));
    }

    YamlText made_;
    std::vector<Level> levels_;
};

/// Pulls one event after the other out of a text.
class Events {
  public:
    explicit Events(std::string_view text) : text_(text) {
        require(yaml_parser_initialize(&parser_) == 1, "there is memory for a parser");
        yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                     text.size());
        yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    }
    ~Events() {
        yaml_event_delete(&event_);
        yaml_parser_delete(&parser_);
    }
    Events(const Events&) = delete;
    Events& operator=(const Events&) = delete;

    /// Until the next call. Throws the refusal of a text that is not YAML.
    const yaml_event_t& next() {
        yaml_event_delete(&event_);
        if (yaml_parser_parse(&parser_, &event_) == 0) throw problem_of_parser();
        return event_;
    }

  private:
    [[nodiscard]] Refusal problem_of_parser() const {
        // Of the letters themselves: the parser has no line yet. UTF-8 is checked before, so they are
        // controls.
        if (parser_.error == YAML_READER_ERROR)
            return problem("yaml.control_character",
                           1 + std::ranges::count(text_.substr(0, parser_.problem_offset), '\n'));
        return problem("yaml.malformed", line_of_mark(parser_.problem_mark))
            .with("problem", parser_.problem == nullptr ? "" : parser_.problem);
    }

    std::string_view text_;
    yaml_parser_t parser_ = {};
    yaml_event_t event_ = {};
};

YamlText read_document(std::string_view text) {
    Events events(text);
    Building building;
    for (int documents = 0;;) {
        const yaml_event_t& event = events.next();
        if (event.type == YAML_STREAM_END_EVENT) {
            if (documents == 0) throw problem("yaml.empty", 1);
            return building.made();
        }
        if (event.type == YAML_DOCUMENT_START_EVENT && ++documents == 2)
            throw problem("yaml.several_documents", line_of_mark(event.start_mark));
        building.take(event);
    }
}

} // namespace

std::string pointer_part(std::string_view key) {
    std::string made;
    for (char c : key) {
        if (c == '~')
            made += "~0";
        else if (c == '/')
            made += "~1";
        else
            made += c;
    }
    return made;
}

std::int64_t YamlText::line_of(std::string_view pointer) const {
    while (!pointer.empty()) {
        if (auto found = lines.find(pointer); found != lines.end()) return found->second;
        pointer = pointer.substr(0, pointer.rfind('/'));
    }
    return 1;
}

Result<YamlText> read_yaml(std::string_view text) {
    if (text.size() > yaml_bytes_max)
        return refuse(problem("yaml.too_long", 1).with("max", std::to_string(yaml_bytes_max)));
    if (!is_utf8(text)) return refuse(problem("yaml.not_utf8", 1));
    try {
        return read_document(text);
    } catch (const Refusal& refusal) { // from deep within the text
        return refuse(refusal);
    }
}

} // namespace poa::charter
