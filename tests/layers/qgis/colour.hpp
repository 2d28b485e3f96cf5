// Colours as eyes see them. CIE L*a*b* (D65) of sRGB; dichromats after Machado, Oliveira and Fernandes 2009 (severity
// 1.0, on linear RGB); the distance is CIE76, where 2.3 is just noticeable.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace eyes {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

struct Vision {
  char const* name;
  Matrix matrix;
};

inline constexpr Vision VISIONS[] = {
    {"normal", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
    {"protanopia",
     {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
    {"deuteranopia",
     {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
    {"tritanopia",
     {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}},
};

inline Triple times(Matrix const& m, Triple const& v) {
  Triple out{};
  for (std::size_t i = 0; i < 3; ++i) out[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
  return out;
}

inline double part(std::string const& hex, std::size_t at) { return std::stoi(hex.substr(at, 2), nullptr, 16) / 255.0; }

// Light as a screen gives it, over a ground (both 0..1 per channel, not yet linear).
inline Triple over(std::string const& hex, double opacity, Triple const& ground) {
  Triple out{};
  for (std::size_t i = 0; i < 3; ++i) out[i] = opacity * part(hex, 1 + 2 * i) + (1 - opacity) * ground[i];
  return out;
}

inline Triple lab(Triple srgb, Vision const& vision) {
  for (auto& c : srgb) c = c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  auto seen = times(vision.matrix, srgb);
  for (auto& c : seen) c = std::clamp(c, 0.0, 1.0);
  constexpr Matrix XYZ{
      {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
  auto t = times(XYZ, seen);
  t[0] /= 0.95047, t[2] /= 1.08883;
  for (auto& c : t) c = c > 216.0 / 24389 ? std::cbrt(c) : (24389.0 / 27 * c + 16) / 116;
  return {116 * t[1] - 16, 500 * (t[0] - t[1]), 200 * (t[1] - t[2])};
}

inline double distance(Triple const& a, Triple const& b) { return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]); }

}  // namespace eyes
