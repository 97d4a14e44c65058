// SPDX-License-Identifier: Apache-2.0
#pragma once
// JSON out: written straight into a buffer. JSON in: Boost.JSON behind `parse_json` (base/json_value.hpp).

#include <cstdint>
#include <string>
#include <string_view>

namespace poa {

/// Appends `text` (well-formed UTF-8) as a JSON string with its quotes. '<', '>' and '&' stay as they are:
/// our JSON is served as application/json with nosniff and never put into HTML.
void append_json_string(std::string& out, std::string_view text);

/// Writes JSON without building it first. Commas and colons are its business, nesting is the caller's: every
/// begin_ has its end_. Numbers that are not finite are our mistake (require).
class JsonWriter {
  public:
    explicit JsonWriter(std::string& out) : out_(out) {}
    JsonWriter& begin_object() {
        open('{');
        return *this;
    }
    JsonWriter& end_object() {
        close('}');
        return *this;
    }
    JsonWriter& begin_array() {
        open('[');
        return *this;
    }
    JsonWriter& end_array() {
        close(']');
        return *this;
    }
    /// `name` must need no escaping: it is a name of ours.
    JsonWriter& key(std::string_view name) {
        comma();
        out_ += '"';
        out_ += name;
        out_ += "\":";
        fresh_ = true;
        return *this;
    }
    JsonWriter& key_escaped(std::string_view name) {
        comma();
        append_json_string(out_, name);
        out_ += ':';
        fresh_ = true;
        return *this;
    }
    JsonWriter& value(std::string_view text) {
        comma();
        append_json_string(out_, text);
        return *this;
    }
    JsonWriter& value(const char* text) { return value(std::string_view(text)); }
    JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
    JsonWriter& value(std::int64_t number);
    JsonWriter& value(int number) { return value(static_cast<std::int64_t>(number)); }
    JsonWriter& value(std::uint64_t number);
    JsonWriter& value(double number);
    JsonWriter& value(bool truth) {
        comma();
        out_ += truth ? "true" : "false";
        return *this;
    }
    JsonWriter& null() {
        comma();
        out_ += "null";
        return *this;
    }
    /// A finished JSON text.
    JsonWriter& raw(std::string_view json) {
        comma();
        out_ += json;
        return *this;
    }

  private:
    void open(char c) {
        comma();
        out_ += c;
        fresh_ = true;
    }
    void close(char c) {
        out_ += c;
        fresh_ = false;
    }
    void comma() {
        if (!fresh_) out_ += ',';
        fresh_ = false;
    }
    std::string& out_;
    bool fresh_ = true;
};

} // namespace poa
