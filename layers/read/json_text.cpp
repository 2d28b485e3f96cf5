// SPDX-License-Identifier: Apache-2.0
#include "layers/read/json_text.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "layers/read/encoding.hpp"

namespace redline {
namespace {

using Json = nlohmann::ordered_json;
constexpr char const* BYTES = "bytes";
constexpr std::string_view DIGITS = "0123456789abcdef";

struct TooDeep {};

std::string hex(std::string const& bytes) {
  std::string out;
  for (unsigned char const c : bytes) out += {DIGITS[c >> 4], DIGITS[c & 15]};
  return out;
}

std::string bytes_of(std::string const& hex) {
  std::string out;
  for (std::size_t i = 0; i < hex.size(); i += 2) {
    unsigned char c = 0;
    auto const* const end = hex.data() + std::min(i + 2, hex.size());
    if (std::from_chars(hex.data() + i, end, c, 16).ptr != hex.data() + i + 2) throw std::runtime_error("no bytes");
    out += static_cast<char>(c);
  }
  return out;
}

}  // namespace

std::optional<Json> parse_json(std::string_view text) {
  auto const shallow = [](int depth, Json::parse_event_t, Json&) {
    return depth <= JSON_DEPTH ? true : throw TooDeep{};
  };
  try {
    auto out = Json::parse(text, shallow, false);
    return out.is_discarded() ? std::nullopt : std::optional(std::move(out));
  } catch (TooDeep const&) {
    return std::nullopt;
  }
}

Json as_json(std::string const& text) { return is_utf8(text) ? Json(text) : Json{{BYTES, hex(text)}}; }

Json as_json(TextMap const& texts) {
  bool const plain =
      std::all_of(texts.begin(), texts.end(), [](auto const& t) { return is_utf8(t.first) && is_utf8(t.second); });
  if (plain) return texts;
  auto out = Json::array();
  for (auto const& [key, value] : texts) out.push_back(Json::array({as_json(key), as_json(value)}));
  return out;
}

std::string text_of_json(Json const& json) {
  return json.is_object() ? bytes_of(json.at(BYTES).get<std::string>()) : json.get<std::string>();
}

TextMap texts_of_json(Json const& json) {
  if (json.is_object()) return json.get<TextMap>();
  TextMap out;
  for (auto const& pair : json) out[text_of_json(pair.at(0))] = text_of_json(pair.at(1));
  return out;
}

}  // namespace redline
