# Generalised least squares with continuous-time AR(1) errors over gaps: nlme::gls at a fixed correlation.
# Writes gls-gaps-data.csv (day, y, x) and gls-gaps.csv (phi, term, estimate, se, reml log likelihood).
suppressMessages(library(nlme))
set.seed(20260101)
n <- 80
day <- sort(sample(0:119, n))
x <- rnorm(n)
e <- as.numeric(arima.sim(list(ar = 0.6), 120))[day + 1]
y <- round(4 + 0.8 * x + 0.01 * day + e, 3)
x <- round(x, 3)
write.csv(data.frame(day, y, x), "gls-gaps-data.csv", row.names = FALSE, quote = FALSE)
rows <- NULL
for (phi in c(0.2, 0.5, 0.8)) {
  fit <- gls(y ~ x + day, correlation = corCAR1(phi, form = ~day, fixed = TRUE), method = "REML")
  s <- summary(fit)$tTable
  rows <- rbind(rows, data.frame(phi, term = rownames(s), estimate = s[, 1], se = s[, 2], loglik = as.numeric(logLik(fit))))
}
write.csv(format(rows, digits = 12), "gls-gaps.csv", row.names = FALSE, quote = FALSE)
