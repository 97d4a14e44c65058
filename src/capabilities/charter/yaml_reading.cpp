// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/yaml_reading.hpp"

#include "base/text.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>
#include <charconv>
#include <sstream>
#include <vector>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

namespace poa::charter {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

Refusal problem(std::string code, std::int64_t line) {
    return Refusal::because(Refusal::Kind::bad_input, std::move(code)).with("line", std::to_string(line));
}

std::int64_t line_of_mark(const YAML::Mark& mark) {
    return mark.line + 1;
}

bool looks_like_number(std::string_view text) {
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    return !text.empty() &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || c == '.'; }) &&
           std::ranges::count(text, '.') <= 1 && text.front() != '.' && text.back() != '.';
}

/// Builds JSON from the parser's events, so that nothing is ever expanded.
class Building final : public YAML::EventHandler {
  public:
    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        refuse_anchor(mark, anchor);
        add(mark, value(nullptr), "null", true);
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        throw problem("yaml.alias", line_of_mark(mark));
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& text) override {
        refuse_anchor(mark, anchor);
        refuse_tag(mark, tag);
        if (!is_plain_text(text)) throw problem("yaml.control_character", line_of_mark(mark));
        const bool plain = tag != "!";
        add(mark, plain ? plain_scalar(mark, text) : value(text), text, plain && is_null(text));
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        refuse_anchor(mark, anchor);
        refuse_tag(mark, tag);
        open(mark, array());
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        refuse_anchor(mark, anchor);
        refuse_tag(mark, tag);
        open(mark, object());
    }
    void OnMapEnd() override { close(); }
    YamlText take() { return std::move(made_); }

  private:
    struct Level {
        value json;
        std::string pointer;
        std::string key; ///< of a map: read, its value not yet
        bool has_key = false;
        YAML::Mark key_mark;
    };

    static void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
        if (anchor != YAML::NullAnchor) throw problem("yaml.alias", line_of_mark(mark));
    }
    static void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
        if (!tag.empty() && tag != "?" && tag != "!") throw problem("yaml.tag", line_of_mark(mark));
    }
    static bool is_null(std::string_view text) { return text == "null" || text == "~" || text.empty(); }
    static value plain_scalar(const YAML::Mark& mark, const std::string& text) {
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
    void take_key(const YAML::Mark& mark, const std::string& text) {
        Level& level = levels_.back();
        if (level.json.as_object().contains(text))
            throw problem("yaml.repeated_key", line_of_mark(mark)).with("key", text);
        level.key = text;
        level.has_key = true;
        level.key_mark = mark;
    }
    /// The pointer of what comes next, noted with its line.
    std::string next_pointer(const YAML::Mark& mark) {
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
    void add(const YAML::Mark& mark, value json, const std::string& text, bool null) {
        if (at_key()) {
            if (null) throw problem("yaml.key_not_text", line_of_mark(mark));
            return take_key(mark, text);
        }
        static_cast<void>(next_pointer(mark));
        place(std::move(json));
    }
    void open(const YAML::Mark& mark, value json) {
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

Result<YamlText> read_documents(std::string_view text) {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    Building first, second;
    if (!parser.HandleNextDocument(first)) return refuse(problem("yaml.empty", 1));
    if (parser.HandleNextDocument(second)) return refuse(Refusal::Kind::bad_input, "yaml.several_documents");
    return first.take();
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
        return read_documents(text);
    } catch (const Refusal& refusal) { // from the event handler, through the parser
        return refuse(refusal);
    } catch (const YAML::Exception& failed) {
        return refuse(problem("yaml.malformed", line_of_mark(failed.mark)).with("problem", failed.msg));
    }
}

} // namespace poa::charter
