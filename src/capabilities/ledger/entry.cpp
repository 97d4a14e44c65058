// SPDX-License-Identifier: Apache-2.0
#include "capabilities/ledger/entry.hpp"

#include "base/json.hpp"
#include "base/json_value.hpp"
#include "base/require.hpp"
#include "base/text.hpp"
#include "capabilities/ledger/opening.hpp"
#include "capabilities/ledger/tiles.hpp"

#include <boost/json/array.hpp>
#include <boost/json/monotonic_resource.hpp>
#include <boost/json/object.hpp>

#include <array>

namespace poa::ledger {
namespace {

namespace json = boost::json;

void require_text(std::string_view text) {
    require(is_utf8(text) && text.find('\0') == std::string_view::npos,
            "an entry's text is UTF-8 without NUL");
}

void require_facts(const Facts& facts) {
    for (std::size_t i = 0; i < facts.size(); ++i) {
        require_text(facts[i].first);
        require_text(facts[i].second);
        require(!facts[i].first.empty(), "a fact has a name");
        for (std::size_t before = 0; before < i; ++before)
            require(facts[before].first != facts[i].first, "a fact comes once in an entry");
    }
}

void require_entry(const Entry& entry) {
    require(!entry.act.empty(), "an entry names its act");
    require(entry.person >= 0, "a person's number, or 0");
    for (const std::string* text : {&entry.act, &entry.on_behalf, &entry.subject, &entry.clause})
        require_text(*text);
    require_facts(entry.facts);
    require_facts(entry.sealed);
}

void write_facts(JsonWriter& json, std::string_view name, const Facts& facts) {
    json.key(name).begin_object();
    for (const auto& [fact, value] : facts) json.key_escaped(fact).value(value);
    json.end_object();
}

void write_act(JsonWriter& json, const Entry& entry, Instant at) {
    json.key("act").value(entry.act);
    json.key("at").value(iso(at, true));
    json.key("on_behalf").value(entry.on_behalf);
    json.key("subject").value(entry.subject);
    json.key("clause").value(entry.clause);
}

std::string open_leaf(const Entry& entry, Instant at, const std::optional<Sha256>& sealed) {
    std::string leaf;
    JsonWriter json(leaf);
    json.begin_object().key("v").value(1);
    write_act(json, entry, at);
    write_facts(json, "facts", entry.facts);
    if (sealed) json.key("sealed").value(sealed->hex());
    json.end_object();
    return leaf;
}

std::string restricted_leaf(const Sha256& sealed) {
    std::string leaf;
    JsonWriter json(leaf);
    json.begin_object().key("v").value(1).key("restricted").value(sealed.hex()).end_object();
    return leaf;
}

std::string body_of(const Entry& entry, Instant at) {
    std::string body;
    JsonWriter json(body);
    json.begin_object().key("v").value(1);
    if (entry.audience != Audience::everyone) {
        write_act(json, entry, at);
        json.key("audience").value(name_of(entry.audience));
        write_facts(json, "facts", entry.facts);
    }
    write_facts(json, "sealed", entry.sealed);
    json.key("person").value(entry.person).end_object();
    return body;
}

/// Reading is lenient and then the text is written again: only what comes out the same was ours.
class Reader {
  public:
    bool sound = true;

    explicit Reader(std::string_view text) : read_(parse_own_json(text, &memory_)) {
        sound = read_ && read_->is_object();
    }
    [[nodiscard]] bool has(std::string_view name) const { return find(name) != nullptr; }
    std::string text(std::string_view name) {
        const json::value* value = find(name);
        sound = sound && value != nullptr && value->is_string();
        return sound ? std::string(value->as_string()) : std::string();
    }
    std::int64_t number(std::string_view name) {
        const json::value* value = find(name);
        sound = sound && value != nullptr && value->is_int64();
        return sound ? value->as_int64() : 0;
    }
    Facts facts(std::string_view name) {
        Facts facts;
        const json::value* value = find(name);
        sound = sound && value != nullptr && value->is_object();
        if (!sound) return facts;
        for (const auto& [fact, content] : value->as_object()) {
            sound = sound && content.is_string();
            if (sound) facts.emplace_back(std::string(fact), std::string(content.as_string()));
        }
        return facts;
    }
    std::optional<Sha256> digest(std::string_view name) {
        auto found = Sha256::from_hex(text(name));
        sound = sound && found.has_value();
        return found;
    }
    Instant act(Entry& entry) {
        entry.act = text("act");
        entry.on_behalf = text("on_behalf");
        entry.subject = text("subject");
        entry.clause = text("clause");
        entry.facts = facts("facts");
        auto at = parse_instant(text("at"));
        sound = sound && at.has_value();
        return at.value_or(Instant{});
    }

  private:
    [[nodiscard]] const json::value* find(std::string_view name) const {
        return read_ && read_->is_object() ? read_->get_object().if_contains(name) : nullptr;
    }

    std::array<unsigned char, 4096> room_; // as much as most entries take
    json::monotonic_resource memory_{room_.data(), room_.size()};
    std::optional<json::value> read_;
};

} // namespace

EntryForm form_of(const Entry& entry, Instant at, std::string_view salt) {
    require_entry(entry);
    EntryForm form;
    std::optional<Sha256> sealed;
    if (has_sealed_part(entry)) {
        require(salt.size() == salt_bytes, "a salt of 32 bytes");
        form.salt = std::string(salt);
        form.sealed_body = body_of(entry, at);
        require(form.sealed_body.size() <= sealed_bytes_max, "large things are recorded by their digest");
        sealed = commitment(salt, form.sealed_body);
    }
    form.leaf =
        entry.audience == Audience::everyone ? open_leaf(entry, at, sealed) : restricted_leaf(*sealed);
    require(form.leaf.size() <= entry_bytes_max, "large things are recorded by their digest");
    return form;
}

Sha256 commitment(std::string_view salt, std::string_view sealed_body) {
    return sha256({bytes_of("poa commitment v1\n"), bytes_of(salt), bytes_of(sealed_body)});
}

std::optional<Leaf> read_leaf(std::string_view text) {
    Reader reader(text);
    Leaf leaf;
    leaf.restricted = reader.has("restricted");
    if (leaf.restricted) {
        leaf.sealed = reader.digest("restricted");
    } else {
        leaf.entry.audience = Audience::everyone;
        leaf.at = reader.act(leaf.entry);
        if (reader.has("sealed")) leaf.sealed = reader.digest("sealed");
    }
    if (!reader.sound) return std::nullopt;
    if (text !=
        (leaf.restricted ? restricted_leaf(*leaf.sealed) : open_leaf(leaf.entry, leaf.at, leaf.sealed)))
        return std::nullopt;
    return leaf;
}

std::optional<Opened> read_sealed_body(std::string_view text) {
    Reader reader(text);
    Opened opened;
    opened.entry.audience = Audience::everyone;
    if (reader.has("act")) {
        opened.at = reader.act(opened.entry);
        auto audience = parse_audience(reader.text("audience"));
        reader.sound = reader.sound && audience.has_value();
        opened.entry.audience = audience.value_or(Audience::own_delegation);
    }
    opened.entry.sealed = reader.facts("sealed");
    opened.entry.person = reader.number("person");
    if (!reader.sound || text != body_of(opened.entry, opened.at.value_or(Instant{}))) return std::nullopt;
    return opened;
}

bool check_opening(const Leaf& leaf, std::string_view salt, std::string_view sealed_body) {
    return leaf.sealed && salt.size() == salt_bytes && *leaf.sealed == commitment(salt, sealed_body);
}

bool check_opening(std::string_view leaf, std::string_view salt, std::string_view sealed_body) {
    auto read = read_leaf(leaf);
    return read && check_opening(*read, salt, sealed_body);
}

} // namespace poa::ledger
