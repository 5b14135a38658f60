"""A document in the browser that follows every save. Knows neither plans nor terminals, only what it is handed."""
